namespace SecureEsp.ServerHarness.Mtls;

/// <summary>Follows a byte stream of TLS records (RFC 8446, 5.1) by their headers.</summary>
internal sealed class RecordTypes
{
    private const int HeaderLength = 5;
    private const byte ApplicationData = 23;

    private readonly byte[] _header = new byte[HeaderLength];
    private int _filled;
    private int _body;

    /// <summary>
    /// Whether an encrypted record of TLS 1.3's outer type has begun. In a handshake this is its mark: TLS 1.2 sends handshake
    /// records as such to the end.
    /// </summary>
    public bool SawApplicationData { get; private set; }

    /// <summary>Takes the next bytes.</summary>
    public void Follow(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_body > 0)
            {
                var count = Math.Min(_body, bytes.Length);
                _body -= count;
                bytes = bytes[count..];
                continue;
            }

            _header[_filled++] = bytes[0];
            bytes = bytes[1..];
            if (_filled == HeaderLength)
            {
                SawApplicationData |= _header[0] == ApplicationData;
                _body = (_header[3] << 8) | _header[4];
                _filled = 0;
            }
        }
    }
}
