using System.Net.Sockets;

namespace SecureEsp.VirtualDevice.Libraries.Net;

/// <summary>Numbers of nanoFramework's SocketError, which are Winsock's.</summary>
internal static class SocketErrors
{
    /// <summary>What the firmware shows where its TLS layer only says "failed" (nf-interpreter, ssl_read_internal.cpp).</summary>
    public const int Failed = -1;

    public const int AccessDenied = 10013;
    public const int InvalidArgument = 10022;
    public const int WouldBlock = 10035;
    public const int ProtocolNotSupported = 10043;
    public const int OperationNotSupported = 10045;
    public const int AddressFamilyNotSupported = 10047;
    public const int AddressInUse = 10048;
    public const int AddressNotAvailable = 10049;
    public const int NetworkDown = 10050;
    public const int NetworkUnreachable = 10051;
    public const int NoBufferSpaceAvailable = 10055;
    public const int IsConnected = 10056;
    public const int NotConnected = 10057;
    public const int TimedOut = 10060;
    public const int HostUnreachable = 10065;
    public const int HostNotFound = 11001;

    /// <summary>The host's codes are the same numbers, but for a few that have no Winsock number.</summary>
    public static int From(SocketException failure) => failure.SocketErrorCode switch
    {
        SocketError.OperationAborted or SocketError.Interrupted => (int)SocketError.ConnectionAborted,
        var error when (int)error > 0 => (int)error,
        _ => Failed,
    };
}
