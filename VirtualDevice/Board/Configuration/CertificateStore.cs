using System.Text;

namespace SecureEsp.VirtualDevice.Board;

/// <summary>
/// The firmware's certificate store: the CA bundle (block XB1) and the device's own certificate with its key (block XD1),
/// plain files on flash. As on a board, what is stored is taken as it is: PEM THAT DOES NOT END IN 0 IS WITHOUT EFFECT.
/// </summary>
public sealed class CertificateStore
{
    private const string CaMarker = "XB1";
    private const string DeviceMarker = "XD1";
    private const int HeaderLength = 8;

    private readonly Flash _flash;

    internal CertificateStore(Flash flash) => _flash = flash;

    /// <summary>What firmware trusts, for connections in both directions; null: nothing is stored.</summary>
    public byte[]? CaBundle => Read(CaMarker);

    /// <summary>The device's certificate, its intermediates and its unencrypted key in one PEM text; null: nothing is stored.</summary>
    public byte[]? DeviceCertificate => Read(DeviceMarker);

    /// <summary>PEM text as the store needs it: joined, with a final 0.</summary>
    public static byte[] Terminate(params ReadOnlySpan<string> pem)
    {
        var text = new StringBuilder();
        foreach (var part in pem) text.Append(part.TrimEnd('\0').TrimEnd()).Append('\n');
        return Encoding.UTF8.GetBytes(text.Append('\0').ToString());
    }

    /// <summary>Stores the CA bundle as nanoff's network deployment does; nothing is checked or added. Empty removes it.</summary>
    /// <param name="bundle">One or more certificates in PEM with a final 0 (see <see cref="Terminate"/>), or one in DER.</param>
    public void ProvisionCaBundle(ReadOnlySpan<byte> bundle) => Provision(CaMarker, bundle);

    /// <summary>Stores the device's certificate and key as nanoff's network deployment does; nothing is checked or added. Empty removes them.</summary>
    /// <param name="certificateAndKey">Both in one PEM text with a final 0 (see <see cref="Terminate"/>).</param>
    public void ProvisionDeviceCertificate(ReadOnlySpan<byte> certificateAndKey) => Provision(DeviceMarker, certificateAndKey);

    /// <summary>
    /// What CertificateManager.AddCaCertificateBundle does: where no bundle was stored before, the firmware writes 8 bytes
    /// too few (nf-interpreter, sys_net_native_System_Net_Security_CertificateManager.cpp: header not counted).
    /// </summary>
    internal void AddFromFirmware(ReadOnlySpan<byte> bundle)
    {
        var block = Block(CaMarker, bundle);
        var isFirst = !_flash.Exists(ConfigurationBlock.PathOf(CaMarker, 0));
        ConfigurationBlock.Write(_flash, CaMarker, 0, isFirst ? block.AsSpan(0, bundle.Length) : block);
    }

    private byte[]? Read(string marker)
    {
        if (ConfigurationBlock.Read(_flash, marker, 0, HeaderLength) is not { } block) return null;
        var size = Math.Min(ConfigurationBlock.GetUInt32(block, ConfigurationBlock.MarkerLength), (uint)(block.Length - HeaderLength));
        return block[HeaderLength..(HeaderLength + (int)size)];
    }

    private void Provision(string marker, ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty) _flash.Delete(ConfigurationBlock.PathOf(marker, 0));
        else ConfigurationBlock.Write(_flash, marker, 0, Block(marker, content));
    }

    private static byte[] Block(string marker, ReadOnlySpan<byte> content)
    {
        var block = ConfigurationBlock.Create(marker, HeaderLength + content.Length);
        ConfigurationBlock.SetUInt32(block, ConfigurationBlock.MarkerLength, (uint)content.Length);
        content.CopyTo(block.AsSpan(HeaderLength));
        return block;
    }
}
