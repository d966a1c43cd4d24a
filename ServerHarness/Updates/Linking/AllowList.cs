using SecureEsp.VirtualDevice.Images;

namespace SecureEsp.ServerHarness.Updates.Linking;

/// <summary>
/// What an application may use of the firmware, as a text that can be read and signed. One line each, <c>#</c> starts a comment:
/// <c>namespace System.Threading</c>, without those below it; <c>type System.Diagnostics.Debug</c>, with those nested in it;
/// <c>member System.Void System.Threading.Thread::Sleep(System.Int32)</c>, as the API lists spell it.
/// </summary>
internal sealed class AllowList
{
    private readonly HashSet<string> _namespaces = new(StringComparer.Ordinal);
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">A line says nothing that is known.</exception>
    public static AllowList Parse(string text)
    {
        var list = new AllowList();
        var number = 0;
        foreach (var line in text.Split('\n').Select(l => l.Split('#')[0].Trim()))
        {
            number++;
            if (line.Length > 0)
            {
                list.Add(line, number);
            }
        }

        return list;
    }

    /// <returns>What an image uses and may not: types of which it uses no allowed member either, and members.</returns>
    public IEnumerable<string> Violations(PeImage image, Func<string, bool> isFirmware)
    {
        var members = image.Methods.Concat(image.Fields)
            .Where(m => IsFirmware(image, m.Type, isFirmware))
            .Select(m => (Type: image.NameOf(m.Type), Spelling: MemberSignature.Read(image, m).Spell(image.NameOf(m.Type), m.Name))).ToList();
        foreach (var member in members.Where(m => !IsAllowed(m.Type) && !_members.Contains(m.Spelling)))
        {
            yield return member.Spelling;
        }

        for (var i = 0; i < image.Types.Count; i++)
        {
            var type = image.NameOf(i);
            if (IsFirmware(image, i, isFirmware) && !IsAllowed(type) && members.All(m => m.Type != type))
            {
                yield return type;
            }
        }
    }

    private static bool IsFirmware(PeImage image, int type, Func<string, bool> isFirmware) => image.Types[type] switch
    {
        { Outer: { } outer } => IsFirmware(image, outer, isFirmware),
        var row => isFirmware(image.Assemblies[row.Assembly!.Value].Name),
    };

    private bool IsAllowed(string type)
    {
        var outermost = type.Split('/')[0];
        var dot = outermost.LastIndexOf('.');
        return _types.Contains(type) || _types.Contains(outermost) || _namespaces.Contains(dot < 0 ? "" : outermost[..dot]);
    }

    private void Add(string line, int number)
    {
        var (kind, name) = line.IndexOf(' ') is > 0 and var space ? (line[..space], line[(space + 1)..].Trim()) : (line, "");
        var set = kind switch
        {
            "namespace" => _namespaces,
            "type" => _types,
            "member" => _members,
            _ => null,
        };
        if (set is null || name.Length == 0)
        {
            throw new FormatException($"line {number}: '{line}' is neither 'namespace NAME', 'type NAME' nor 'member SIGNATURE'");
        }

        set.Add(name);
    }
}
