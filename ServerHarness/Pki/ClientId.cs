namespace SecureEsp.ServerHarness.Pki;

/// <summary>
/// The id of a device or an operator. It becomes a common name, an MQTT user name, part of a topic and a folder's name,
/// so only what is harmless in all four is taken.
/// </summary>
internal static class ClientId
{
    private const int Limit = 64;
    private const string Allowed = "use 1 to 64 of the characters A-Z a-z 0-9 . _ - @, beginning with a letter or a digit";

    /// <exception cref="HarnessException">The id cannot be used; the message says which character and why.</exception>
    public static void Check(string kind, string id)
    {
        if (id.Length == 0)
        {
            throw Refused(kind, id, "is empty");
        }

        if (id.Length > Limit)
        {
            throw Refused(kind, id, $"has {id.Length} characters, more than the {Limit} of a common name");
        }

        for (var i = 0; i < id.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(id[i]) && (i == 0 || !"._-@".Contains(id[i])))
            {
                throw Refused(kind, id, Reason(id[i], i));
            }
        }
    }

    private static string Reason(char c, int position)
    {
        var what = char.IsControl(c) ? $"the control character U+{(int)c:X4}" : $"'{Text.Printable(c.ToString())}'";
        var why = c is '/' or '+' or '#' ? ", which separates or matches topics in MQTT" : "";
        return $"has {what} at position {position + 1}{why}";
    }

    private static HarnessException Refused(string kind, string id, string reason) =>
        new($"{kind} id '{Text.Printable(id)}' {reason}", Allowed, ExitCode.Usage);
}
