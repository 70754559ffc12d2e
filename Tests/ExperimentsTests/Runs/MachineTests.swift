import Experiments
import Foundation
import Tensors
import Testing

@Suite struct MachineTests {
  /// The texts of `/proc/cpuinfo` of an x86 and of an ARM machine, cut short after the first processor.
  @Test func aProcessorIsNamed() {
    let x86 = """
      processor\t: 0
      vendor_id\t: AuthenticAMD
      cpu family\t: 25
      model\t\t: 17
      model name\t: AMD EPYC 9354 32-Core Processor
      stepping\t: 1

      processor\t: 1
      model name\t: Another
      """
    #expect(
      Machine.processor(inCPUInfo: x86) == "AMD EPYC 9354 32-Core Processor, family 25, model 17, stepping 1")
    let arm = """
      processor\t: 0
      BogoMIPS\t: 243.75
      CPU implementer\t: 0x41
      CPU architecture: 8
      CPU variant\t: 0x3
      CPU part\t: 0xd0c
      CPU revision\t: 1
      """
    #expect(
      Machine.processor(inCPUInfo: arm) == "ARM, implementer 0x41, part 0xd0c, variant 0x3, revision 1")
    #expect(Machine.processor(inCPUInfo: "") == nil)
  }

  @Test func aMachineHasAKeyOfItsProperties() {
    let machine = Machine(instructionSet: .scalar)
    var other = machine
    #expect(machine.key.count == 12 && machine.key == other.key)
    other.zlib = "0.1"
    #expect(machine.key != other.key)
    #expect(machine.properties.map(\.label).contains("libhdf5"))
    #expect(machine.properties.allSatisfy { !$0.value.isEmpty && !$0.value.contains(NSHomeDirectory()) })
  }
}
