import Tensors

/// Where the values per sample and their gradients lie in a memory, in elements from the start of one arena.
///
/// A memory that keeps everything has a room for each. Otherwise those that are never needed at the same time
/// share: a value from the op that writes it to the last op that reads it, forward or backward; a gradient from its first
/// write in the backward to the backward of the op that made the value. An op that works element by element may
/// write into the room of what it reads last.
struct MemoryPlan: Sendable {
  /// Where each value begins, by its slot's index.
  private(set) var values: [Int]
  /// Where each gradient begins, by its slot's index; `nil` without one.
  private(set) var gradients: [Int?]
  /// Elements of the arena.
  private(set) var count = 0

  /// A stretch of the arena and the steps in which it is needed, the forward of op i being step i and its backward
  /// 2n − i of n ops; the loss is step n.
  private struct Room: Sendable {
    let size: Int
    var first: Int, last: Int
    var offset = 0
  }

  /// Plans a memory for `capacity` samples of a network, with or without gradients.
  init<S: Scalar>(_ graph: Graph<S>, capacity: Int, gradients holdsGradients: Bool, keepsActivations: Bool) {
    // A cache line, and the widest vector.
    let line = max(1, 64 / MemoryLayout<S>.stride)
    let sizes = graph.activations.map { ($0.shape.count * capacity + line - 1) / line * line }
    let steps = Steps(graph, withBackward: holdsGradients)
    var rooms = sizes.indices.map { Room(size: sizes[$0], first: steps.written[$0], last: steps.read[$0]) }
    var valueRooms = Array(rooms.indices)
    var gradientRooms = [Int?](repeating: nil, count: sizes.count)
    if holdsGradients {
      for index in sizes.indices where keepsActivations || steps.gradientWritten[index] != nil {
        gradientRooms[index] = rooms.count
        rooms.append(
          Room(
            size: sizes[index], first: steps.gradientWritten[index] ?? 0, last: steps.gradientRead[index]))
      }
    }
    if keepsActivations {
      for index in rooms.indices { (rooms[index].first, rooms[index].last) = (0, .max) }
    } else {
      /// Gives `next` the room of `last`, which nobody needs any longer.
      func share(_ next: inout Int, _ last: Int) {
        rooms[last].last = max(rooms[last].last, rooms[next].last)
        rooms[next].last = rooms[next].first - 1
        next = last
      }
      for (step, op) in graph.ops.enumerated() where op.replacesInput {
        let (x, y) = (graph.inputs[step][0], op.output)
        if x.role == .activation, steps.read[x.index] == step {
          share(&valueRooms[y.index], valueRooms[x.index])
        }
      }
      for (step, op) in graph.ops.enumerated().reversed() where op.replacesGradient {
        let (x, y) = (graph.inputs[step][0], op.output)
        guard graph.destinations[step][0] == .gradient, x.role == .activation,
          steps.gradientRead[y.index] <= 2 * graph.ops.count - step, var next = gradientRooms[x.index],
          let last = gradientRooms[y.index]
        else { continue }
        share(&next, last)
        gradientRooms[x.index] = next
      }
    }
    count = Self.place(&rooms)
    values = valueRooms.map { rooms[$0].offset }
    gradients = gradientRooms.map { $0.map { rooms[$0].offset } }
  }

  /// Gives every room the lowest place that is free while it is needed, the largest first.
  ///
  /// - Returns: The elements that they need together.
  private static func place(_ rooms: inout [Room]) -> Int {
    var placed: [Room] = [], end = 0  // by their offsets
    let needed = rooms.indices.filter { rooms[$0].first <= rooms[$0].last }
    // Of rooms of one size the first comes first, so that the plan depends on nothing else.
    for index in needed.sorted(by: { (rooms[$1].size, $0) < (rooms[$0].size, $1) }) {
      let room = rooms[index]
      var offset = 0
      for other in placed
      where other.first <= room.last && room.first <= other.last && offset + room.size > other.offset {
        offset = max(offset, other.offset + other.size)
      }
      rooms[index].offset = offset
      let place = placed.firstIndex { $0.offset > offset } ?? placed.count
      placed.insert(rooms[index], at: place)
      end = max(end, offset + room.size)
    }
    return end
  }
}

/// When each value per sample of a network is written and read, and its gradient, by its slot's index.
private struct Steps {
  /// The first and the last step in which a value is needed.
  var written: [Int], read: [Int]
  /// The step that writes the gradient first, if one does, and the last that reads it.
  var gradientWritten: [Int?], gradientRead: [Int]

  init<S: Scalar>(_ graph: Graph<S>, withBackward: Bool) {
    let count = graph.activations.count, loss = graph.ops.count, end = 2 * loss + 1
    written = Array(repeating: -1, count: count)
    read = written
    gradientWritten = Array(repeating: nil, count: count)
    gradientRead = Array(repeating: end, count: count)
    for (step, op) in graph.ops.enumerated() {
      written[op.output.index] = step
      read[op.output.index] = step
      gradientRead[op.output.index] = 2 * loss - step
      for input in graph.inputs[step] where input.role == .activation { read[input.index] = step }
    }
    // Backward passes come in reverse: the first op's is the last to read, and the last op's the first to write.
    for (step, op) in graph.ops.enumerated().reversed() where withBackward {
      for slot in op.backwardReads where slot.role == .activation { read[slot.index] = 2 * loss - step }
      for (input, destination) in zip(graph.inputs[step], graph.destinations[step])
      where input.role == .activation && destination == .gradient {
        gradientWritten[input.index] = 2 * loss - step
      }
    }
    // What is put in and what comes out can always be read.
    for slot in [graph.input, graph.output] { (written[slot.index], read[slot.index]) = (-1, end) }
    (gradientWritten[graph.output.index], gradientRead[graph.output.index]) = (loss, end)
    if graph.differentiatesInput { gradientRead[graph.input.index] = end }
    // The gradient of a value that nothing uses is the +0 that the memory starts with.
    let used = Set(graph.inputs.joined().filter { $0.role == .activation }.map(\.index))
    for op in graph.ops where !used.contains(op.output.index) && op.output.index != graph.output.index {
      (gradientWritten[op.output.index], gradientRead[op.output.index]) = (-1, end)
    }
  }
}
