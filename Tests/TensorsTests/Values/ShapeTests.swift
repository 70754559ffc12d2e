import Tensors
import Testing

@Suite struct ShapeTests {
  @Test func countsAndReadsAsPythonWritesIt() {
    #expect(Shape([32, 784]).count == 32 * 784)
    #expect(([] as Shape).count == 1)
    #expect("\(Shape([32, 784]))" == "(32, 784)")
    #expect("\(Shape([10]))" == "(10,)")
    #expect("\(Shape([]))" == "()")
  }
}
