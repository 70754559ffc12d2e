extension IDXDataset {
  /// Fashion-MNIST: 60,000 and 10,000 grey pictures of clothes, 28 × 28.
  ///
  /// Source: H. Xiao, K. Rasul, R. Vollgraf, "Fashion-MNIST: a Novel Image Dataset for Benchmarking Machine
  /// Learning Algorithms", 2017, https://github.com/zalandoresearch/fashion-mnist.
  public static let fashionMNIST = IDXDataset(
    name: "fashion-mnist",
    title: "Fashion-MNIST",
    classNames: [
      "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
      "Ankle boot",
    ],
    trainingImages: .images(
      "train", 60_000, "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
    trainingLabels: .labels(
      "train", 60_000, "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
    testImages: .images(
      "t10k", 10_000, "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
    testLabels: .labels(
      "t10k", 10_000, "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"),
    systemFolders: ["/usr/share/datasets/fashion-mnist"],
    mirrors: ["https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/"],
    remedy:
      "Install it (Debian: apt-get install dataset-fashion-mnist), or set REPRISE_DATA to a folder with the "
      + "four files in a subfolder fashion-mnist."
  )
}
