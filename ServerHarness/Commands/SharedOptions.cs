using System.CommandLine;
using System.Globalization;
using System.Net;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>Options that several commands share, each with one name and one meaning.</summary>
internal static class SharedOptions
{
    /// <summary>--folder, where the PKI is.</summary>
    public static Option<string> Folder() => new("--folder")
    {
        Description = "The PKI's folder.",
        HelpName = "PATH",
        DefaultValueFactory = _ => Path.Combine("Certificates", "out"),
    };

    /// <summary>--name, which of the PKI's server certificates to use.</summary>
    public static Option<string?> Name() => new("--name")
    {
        Description = "The first name of the server certificate to use; may be left out where there is only one.",
        HelpName = "NAME",
    };

    /// <summary>--bind, the address to listen on.</summary>
    public static Option<IPAddress> Bind() => new("--bind")
    {
        Description = "The address to listen on; 0.0.0.0 for every network of this machine.",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = result =>
        {
            if (IPAddress.TryParse(result.Tokens[0].Value, out var address))
            {
                return address;
            }

            result.AddError($"--bind: '{result.Tokens[0].Value}' is not an IP address");
            return null;
        },
    };

    /// <summary>A number above 0.</summary>
    public static Option<double?> Number(string name, string description, string helpName, double most) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value > 0 && value <= most)
            {
                return value;
            }

            result.AddError($"{name}: '{text}' is not a number above 0 and at most {most.ToString(CultureInfo.InvariantCulture)}");
            return null;
        },
    };

    /// <summary>A TCP port to listen on.</summary>
    public static Option<int> Port(string name, string description, int port) => Port(name, description + " 0 picks a free one.", port, least: 0);

    /// <summary>A TCP port of a server.</summary>
    public static Option<int> ServerPort(string name, string description, int port) => Port(name, description, port, least: 1);

    private static Option<int> Port(string name, string description, int port, int least) => new(name)
    {
        Description = description,
        HelpName = "PORT",
        DefaultValueFactory = _ => port,
        CustomParser = result =>
        {
            if (ushort.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least)
            {
                return value;
            }

            result.AddError($"{name}: '{result.Tokens[0].Value}' is not a port from {least} to 65535");
            return default;
        },
    };
}
