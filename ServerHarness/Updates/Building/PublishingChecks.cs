using SecureEsp.ServerHarness.Updates.Linking;
using SecureEsp.VirtualDevice.Images;

namespace SecureEsp.ServerHarness.Updates.Building;

/// <summary>Everything about the images that is to be refused before anybody signs them.</summary>
/// <param name="AllowList">What the application may use; null where nobody has restricted it.</param>
/// <param name="AcceptStaticInitialisers">Whether the user knows better.</param>
internal sealed record PublishingChecks(HostInventory Host, AllowList? AllowList, bool AcceptStaticInitialisers)
{
    private const string UseLess = "use only what the target has, or give the assembly's own file too";

    /// <param name="images">In the order of loading.</param>
    /// <exception cref="HarnessException">An image is refused.</exception>
    public void Check(IReadOnlyList<PeImage> images, string entryType)
    {
        var links = new LinkCheck(Host);
        foreach (var image in images)
        {
            CheckHeader(image);
            if (Host.Find(image.Name) is not null)
            {
                throw Refused(image, "the target has an assembly of that name, which would be taken instead", "give the application another assembly name");
            }

            Require(image, links.Check(image), "it would not link: ", UseLess);
            Require(image, ApplicationRules.Natives(image), "natives are not bound in a loaded assembly: ", "leave native methods to the firmware");
            if (!AcceptStaticInitialisers)
            {
                Require(image, ApplicationRules.StaticInitialisers(image), "static initialisers fail at random in a loaded assembly: ",
                    "initialise in the constructor (a lambda that captures nothing makes one too), or take the risk with --accept-static-initialisers");
            }

            Require(image, [.. AllowList?.Violations(image, name => Host.Find(name) is not null) ?? []], "the allow-list does not have ",
                "use less, or have a longer list signed");
        }

        if (ApplicationRules.WrongEntry(images[^1], entryType) is { } wrong)
        {
            throw Refused(images[^1], wrong, "name the type to start with --entry");
        }
    }

    private static void CheckHeader(PeImage image)
    {
        try
        {
            ApplicationRules.CheckHeader(image);
        }
        catch (ImageException e)
        {
            throw Refused(image, e.Message, "build it anew with the tool chain, unpatched");
        }
    }

    private static void Require(PeImage image, IReadOnlyList<string> violations, string words, string hint)
    {
        if (violations.Count > 0)
        {
            throw Refused(image, words + string.Join("; ", violations), hint);
        }
    }

    private static HarnessException Refused(PeImage image, string words, string hint) => new($"{image.Name} is refused: {words}", hint);
}
