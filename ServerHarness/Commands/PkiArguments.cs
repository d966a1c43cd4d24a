using System.CommandLine;
using System.CommandLine.Parsing;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>Arguments that the commands of <c>pki</c> share.</summary>
internal static class PkiArguments
{
    /// <summary>server, device or operator.</summary>
    public static Argument<string> Kind()
    {
        var kind = new Argument<string>("KIND") { Description = "server, device or operator." };
        kind.Validators.Add(RefuseOptions);
        kind.AcceptOnlyFromAmong(Leaf.ServerKind, Leaf.DeviceKind, Leaf.OperatorKind);
        return kind;
    }

    /// <summary>The name that it was issued under.</summary>
    public static Argument<string> Name()
    {
        var name = new Argument<string>("NAME") { Description = "Its id, or a server's first name." };
        name.Validators.Add(RefuseOptions);
        return name;
    }

    /// <summary>A mistyped option would otherwise be taken for a name.</summary>
    public static void RefuseOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(t => t.Value.StartsWith('-')))
        {
            result.AddError($"unknown option '{token.Value}'");
        }
    }
}
