using System.Text;

namespace SecureEsp.ServerHarness.Provisioning;

/// <summary>A Wi-Fi network that a board can store.</summary>
/// <param name="Ssid">1 to 31 bytes of UTF-8: the board keeps 32, with the end.</param>
/// <param name="Password">8 to 63 characters of ASCII, or empty for an open network.</param>
public sealed record WifiNetwork(string Ssid, string Password)
{
    private const int LongestSsid = 31, ShortestPassword = 8, LongestPassword = 63;

    /// <exception cref="HarnessException">The board, or any WPA2 network, would not take it.</exception>
    public void Check()
    {
        if (Encoding.UTF8.GetByteCount(Ssid) is 0 or > LongestSsid)
        {
            throw new HarnessException(
                $"the network's name has {Encoding.UTF8.GetByteCount(Ssid)} bytes, and must have 1 to {LongestSsid}", "check --ssid", ExitCode.Usage);
        }

        if (Password.Length > 0 && (Password.Length is < ShortestPassword or > LongestPassword || Password.Any(c => c is < ' ' or > '~')))
        {
            throw new HarnessException(
                $"the network's password has {Password.Length} characters, and must have {ShortestPassword} to {LongestPassword} of ASCII",
                "a line's end counts as a character only inside of it", ExitCode.Usage);
        }
    }

    internal WirelessClient ToClient() => Password.Length > 0
        ? new() { Ssid = Ssid, Password = Password }
        : new() { Ssid = Ssid, Authentication = "Open", Encryption = "None" };
}
