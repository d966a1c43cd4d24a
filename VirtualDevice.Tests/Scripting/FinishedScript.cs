using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.VirtualDevice.Tests.Scripting;

/// <summary>What a device has printed that carried out a script to its end and was switched off.</summary>
internal sealed record FinishedScript(string Output)
{
    public static FinishedScript Run(string firmware, string script, Action<VirtualBoard>? provision = null)
    {
        using var device = new ScriptedDevice(firmware, script, provision);
        device.WaitForEnd();
        device.CutPower();
        return new(device.Output);
    }

    public void Expect(string line) => Assert.Contains(line, Output, StringComparison.Ordinal);
}
