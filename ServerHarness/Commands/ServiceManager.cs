using System.Net.Sockets;
using System.Text;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>Tells systemd how a service of <c>Type=notify</c> is doing (sd_notify(3)).</summary>
internal static class ServiceManager
{
    /// <summary>Sends a state such as <c>READY=1</c>; without a service manager nobody is told.</summary>
    public static async Task Notify(string state)
    {
        if (Environment.GetEnvironmentVariable("NOTIFY_SOCKET") is not { Length: > 1 } path)
        {
            return;
        }

        // "@" stands for the NUL of an abstract name (unix(7)).
        using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        var address = new UnixDomainSocketEndPoint(path[0] == '@' ? '\0' + path[1..] : path);
        try
        {
            await socket.SendToAsync(Encoding.ASCII.GetBytes(state), SocketFlags.None, address);
        }
        catch (SocketException e)
        {
            throw new HarnessException(
                $"the service manager does not listen on NOTIFY_SOCKET {path}: {e.Message}",
                "unset NOTIFY_SOCKET where systemd did not start this", ExitCode.Missing, e);
        }
    }
}
