using SecureEsp.VirtualDevice.Tests.Runtime;

namespace SecureEsp.VirtualDevice.Tests.Mqtt;

/// <summary>
/// The codec of the M2Mqtt stand-in, checked by firmware that calls it (Firmware/MqttPackets). MQTT 3.1.1 and 5.0, 2 (packet format) and
/// 3 (control packets).
/// </summary>
public sealed class PacketTests(PacketTests.Run run) : IClassFixture<PacketTests.Run>
{
    [Theory]
    [InlineData("RoundTrips")]
    [InlineData("Truncations")]
    [InlineData("ShortenedBodies")]
    [InlineData("SingleByteCorruptions")]
    [InlineData("RemainingLengthOfFiveBytesIsRefused")]
    [InlineData("PacketBeyondTheLimitIsRefusedBeforeItIsAllocated")]
    [InlineData("TextThatIsNoUtf8IsRefused")]
    [InlineData("ConnectIsAsInTheStandard")]
    [InlineData("RemainingLengthsAreAsInTheStandard")]
    [InlineData("LongPropertiesAreReadBack")]
    [InlineData("WhatCannotBeSentIsRefused")]
    public void Packets(string check)
    {
        var line = run.Output.Split("\r\n").Single(line => line.Split(' ', ';', ':').Contains(check));
        Assert.True(line.StartsWith("passed ", StringComparison.Ordinal), line);
    }

    public sealed class Run : IDisposable
    {
        private readonly RunningDevice _device = new("MqttPackets");

        public Run() => _device.WaitForOutput("all checks done");

        public string Output => _device.Output;

        public void Dispose() => _device.Dispose();
    }
}
