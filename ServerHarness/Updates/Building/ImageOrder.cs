using SecureEsp.VirtualDevice.Images;

namespace SecureEsp.ServerHarness.Updates.Building;

/// <summary>The order of loading: what an image refers to comes before it, and the application last.</summary>
internal static class ImageOrder
{
    /// <exception cref="HarnessException">A name stands twice, two images refer to each other, or one is of no use.</exception>
    public static IReadOnlyList<PeImage> Sort(IReadOnlyList<PeImage> images)
    {
        var byName = new Dictionary<string, PeImage>(StringComparer.Ordinal);
        foreach (var image in images)
        {
            if (!byName.TryAdd(image.Name, image))
            {
                throw new HarnessException($"two files are the assembly {image.Name}", "give each once", ExitCode.Usage);
            }
        }

        var roots = images.Where(i => !images.Any(o => o != i && o.Assemblies.Any(r => r.Name == i.Name))).ToList();
        if (roots is not [var application])
        {
            throw new HarnessException(
                roots.Count == 0 ? "the assemblies refer to each other in a circle" : $"nothing refers to {string.Join(" and ", roots.Select(r => r.Name))}: only one can be the application",
                "give the application and what it refers to, and nothing else", ExitCode.Usage);
        }

        var ordered = new List<PeImage>();
        Visit(application, byName, ordered, []);
        return ordered;
    }

    private static void Visit(PeImage image, Dictionary<string, PeImage> byName, List<PeImage> ordered, HashSet<string> under)
    {
        if (ordered.Contains(image))
        {
            return;
        }

        if (!under.Add(image.Name))
        {
            throw new HarnessException($"{image.Name} and what it refers to refer to each other", "take the circle apart", ExitCode.Usage);
        }

        foreach (var reference in image.Assemblies)
        {
            if (byName.TryGetValue(reference.Name, out var before))
            {
                Visit(before, byName, ordered, under);
            }
        }

        ordered.Add(image);
    }
}
