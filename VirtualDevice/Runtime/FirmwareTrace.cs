using System.Diagnostics;
using System.Runtime.Loader;
using System.Text;

namespace SecureEsp.VirtualDevice.Runtime;

/// <summary>Tells an exception of firmware with the lines of its sources, from symbols that all devices share.</summary>
internal static class FirmwareTrace
{
    public static string Of(Exception failure)
    {
        var text = new StringBuilder();
        for (var e = failure; e is not null; e = e.InnerException) Append(text, e);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Exception e)
    {
        if (text.Length > 0) text.AppendLine().Append(" ---> ");
        text.Append(e.GetType().FullName).Append(": ").Append(e.Message);
        foreach (var frame in new StackTrace(e, fNeedFileInfo: false).GetFrames()) Append(text, frame);
    }

    private static void Append(StringBuilder text, StackFrame frame)
    {
        if (frame.GetMethod() is not { } method) return;
        text.AppendLine().Append("   at ").Append(method.DeclaringType?.FullName).Append('.').Append(method.Name).Append('(');
        text.AppendJoin(", ", method.GetParameters().Select(p => $"{p.ParameterType.Name} {p.Name}")).Append(')');
        var assembly = method.Module.Assembly;
        var symbols = (AssemblyLoadContext.GetLoadContext(assembly) as DeviceLoadContext)?.Origin(assembly)?.Symbols;
        if (symbols?.Find(method.MetadataToken, frame.GetILOffset()) is { } place) text.Append($" in {place.File}:line {place.Line}");
    }
}
