using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SecureEsp.ServerHarness.Broker;

/// <summary>A local account, by its line of /etc/passwd.</summary>
internal sealed record SystemUser(string Name, uint User, uint Group)
{
    /// <exception cref="HarnessException">There is none of that name.</exception>
    public static SystemUser Find(string name)
    {
        foreach (var line in File.ReadLines("/etc/passwd"))
        {
            // name:password:uid:gid:… (passwd(5))
            var field = line.Split(':');
            if (field.Length > 3 && field[0] == name)
            {
                return new(name, uint.Parse(field[2], CultureInfo.InvariantCulture), uint.Parse(field[3], CultureInfo.InvariantCulture));
            }
        }

        throw new HarnessException(
            $"started as root, the broker must become the user '{name}', and there is none",
            "sudo apt-get install mosquitto (its package makes the user), or run as an ordinary user", ExitCode.Missing);
    }

    /// <summary>Makes the file or folder this user's.</summary>
    public void TakeOver(string path)
    {
        if (Native.chown(path, User, Group) != 0)
        {
            throw new HarnessException(
                $"cannot give {path} to user {Name}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}",
                "check that the temporary folder is on a local file system, or set TMPDIR to one that is");
        }
    }
}
