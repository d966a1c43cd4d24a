using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.ServerHarness.Provisioning;

/// <summary>Does to a virtual board what nanoff does to a real one with the same files, and repairs nothing.</summary>
public static class Deployment
{
    // Wireless80211Configuration.ConfigurationOptions: Enable and AutoConnect.
    private const byte JoinAtBoot = 0x06;

    /// <summary>As <c>nanoff --networkdeployment</c>.</summary>
    /// <exception cref="HarnessException">The file, or one that it names, cannot be used.</exception>
    public static void Network(VirtualBoard board, string path)
    {
        var deployment = DeploymentJson.Read<NetworkDeployment>(path);
        if (deployment.WirelessClient is { } wifi)
        {
            Store(board, wifi, path);
        }

        if (Content(deployment.DeviceCertificates, deployment.DeviceCertificatesPath, path) is { } own)
        {
            board.Certificates.ProvisionDeviceCertificate(own);
        }

        if (Content(deployment.CACertificates, deployment.CACertificatesPath, path) is { } trusted)
        {
            board.Certificates.ProvisionCaBundle(trusted);
        }
    }

    /// <summary>As <c>nanoff --filedeployment</c>.</summary>
    /// <exception cref="HarnessException">The file, or one that it names, cannot be used.</exception>
    public static void Files(VirtualBoard board, string path)
    {
        foreach (var file in DeploymentJson.Read<FileDeployment>(path).Files)
        {
            if (string.IsNullOrEmpty(file.SourceFilePath))
            {
                board.Flash.Delete(file.DestinationFilePath);
            }
            else
            {
                board.Flash.Write(file.DestinationFilePath, Read(file.SourceFilePath, path));
            }
        }
    }

    private static void Store(VirtualBoard board, WirelessClient wifi, string path)
    {
        try
        {
            board.Wifi.Provision(wifi.Ssid, wifi.Password);
        }
        catch (ArgumentException e)
        {
            throw new HarnessException($"{path}: the board cannot store the network: {e.Message}", "an SSID has at most 31 bytes, a password 63", inner: e);
        }

        board.Wifi.Station = board.Wifi.Station with { Options = wifi.ConfigurationOption.ToUpperInvariant() == "AUTOCONNECT" ? JoinAtBoot : (byte)0 };
    }

    private static byte[]? Content(string? base64, string? file, string path)
    {
        if (string.IsNullOrEmpty(base64))
        {
            return string.IsNullOrEmpty(file) ? null : Read(file, path);
        }

        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException e)
        {
            throw new HarnessException($"{path}: its certificates are no base64", "make it again: board provision ID", inner: e);
        }
    }

    private static byte[] Read(string file, string path)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HarnessException($"{path} names {file}, which cannot be read: {e.Message}", "make both again: board provision ID", ExitCode.Missing, e);
        }
    }
}
