using System.Reflection;
using SecureEsp.VirtualDevice.Images;
using SecureEsp.VirtualDevice.Runtime.Rewriting;

namespace SecureEsp.VirtualDevice.Runtime.Loading;

/// <summary>
/// Assembly.Load(byte[]) as the CLR of nanoFramework does it (corlib_native_System_Reflection_Assembly.cpp, ResolveAll): it looks
/// at marker and checksums and at no signature, links the image against what is there, and runs its static constructors.
/// </summary>
internal sealed class ImageLoader
{
    // Facilities of nf_errors_exceptions.h; the CLR throws a plain Exception with such a number.
    private const int Busy = unchecked((int)0xB3000000);
    private const int PatchingNotSupported = unchecked((int)0x97000000);
    private const int TypeUnavailable = unchecked((int)0xA3000000);
    private const int Fail = unchecked((int)0xFF000000);

    private readonly Lock _lock = new();

    /// <exception cref="ArgumentException">Not the marker of 1.x, or damaged.</exception>
    /// <exception cref="NotSupportedException">An image that only a board can run.</exception>
    /// <exception cref="Exception">The CLR would not load it, or cannot link it.</exception>
    public Assembly Load(Life life, byte[] bytes)
    {
        var image = Read(bytes);
        lock (_lock)
        {
            var assemblies = life.State<LoadedAssemblies>();
            if (assemblies.Count >= LoadedAssemblies.Limit) throw Refused(life, Fail, $"there are {LoadedAssemblies.Limit} assemblies already");
            var targets = Bind(life, image, assemblies);
            var assembly = WrappedAssembly.Find(image) ?? throw new NotSupportedException(
                $"{image.Name} is an image of the real tool chain, which a board runs and the VirtualDevice does not: wrap the assembly with secureesp update build");
            if (!ImageWriter.Wrap(assembly).AsSpan().SequenceEqual(image.Bytes.Span)) throw Refused(life, Fail, $"{image.Name}: the image's tables are not those of the assembly in it");
            var hostName = $"{image.Name}#{assemblies.Count}";
            var rewritten = RewrittenAssembly.OfImage(assembly, hostName, targets, life.Context.Image, assemblies.Rewritten);
            if (rewritten.Missing.Count > 0) throw Refused(life, Fail, $"Resolve: unknown: {string.Join("; ", rewritten.Missing)}");
            var loaded = life.Context.LoadRewritten(rewritten.Assembly);
            assemblies.Rewritten[hostName] = rewritten.Assembly.Image;
            assemblies.Add(new(image.Name, image.Version, hostName, loaded, image));
            RunStaticConstructors(life, loaded, rewritten.Assembly);
            return loaded;
        }
    }

    private static PeImage Read(byte[] bytes)
    {
        try
        {
            // The CLR goes by the header's size and does not look behind it.
            var header = ImageHeader.Parse(bytes);
            var image = PeImage.Read(header.Starts[^1] < bytes.Length ? bytes[..(int)header.Starts[^1]] : bytes);
            image.RefuseNativeCode();
            return image;
        }
        catch (ImageException e)
        {
            throw e.Flaw switch
            {
                ImageFlaw.NeedsReboot => new Exception(e.Message) { HResult = Busy },
                ImageFlaw.PatchedMethods => new Exception(e.Message) { HResult = PatchingNotSupported },
                ImageFlaw.NativePatch => new NotSupportedException(e.Message),
                _ => new ArgumentException(e.Message),
            };
        }
    }

    /// <returns>For each name that it refers to, the desktop's name of the assembly that answers.</returns>
    private static Dictionary<string, string> Bind(Life life, PeImage image, LoadedAssemblies assemblies)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var reference in image.Assemblies)
        {
            var target = assemblies.Find(reference)
                ?? throw Refused(life, TypeUnavailable, $"Assembly: {image.Name} ({image.Version}) needs assembly '{reference.Name}' ({reference.Version})");
            targets[reference.Name] = target.HostName;
        }
        return targets;
    }

    private static Exception Refused(Life life, int number, string words)
    {
        life.Board.PrintDebug(words + "\r\n");
        return new Exception(words) { HResult = number };
    }

    /// <summary>The CLR runs them on a thread of its own: what one throws is told on the console and reaches nobody.</summary>
    private static void RunStaticConstructors(Life life, Assembly assembly, RewrittenAssembly origin)
    {
        try
        {
            Device.RunStaticConstructors(assembly, origin);
        }
        catch (TypeInitializationException e) when (e.InnerException is not (null or DeviceStoppedException))
        {
            life.Board.PrintDebug($"++++ Exception {e.InnerException.GetType().FullName}: {e.InnerException.Message} ++++\r\n");
        }
    }
}
