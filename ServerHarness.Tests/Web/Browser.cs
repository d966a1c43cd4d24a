using System.Net;
using SecureEsp.ServerHarness.Browsing;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Web;

/// <summary>A headless Chromium with a home of its own: the CA and a PKCS #12 file imported into its NSS database, as a person would.</summary>
internal static class Browser
{
    /// <summary>Loads the device's page, and lets its scripts run.</summary>
    /// <param name="folder">An empty folder for it.</param>
    /// <param name="ca">The authority that it trusts; null for none of ours.</param>
    public static async Task<ToolResult> Load(string folder, IPEndPoint device, string? ca, string name, KeyPairFiles? shown)
    {
        var own = shown is null ? null : Path.Combine(folder, "shown.p12");
        if (own is not null) Pkcs12File.Write(own, shown!, "", legacy: false);
        await NssStore.MakeAsync(folder, new() { Authorities = ca is null ? [] : [ca], ClientCertificate = own }, default);
        ChooseTheCertificate(folder, name);
        await using var browser = Tool.Start(Chromium.Find()!, folder, new Dictionary<string, string?> { ["HOME"] = folder, ["XDG_CONFIG_HOME"] = folder, ["XDG_CACHE_HOME"] = folder },
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--disable-sync",
            $"--user-data-dir={Path.Combine(folder, "profile")}", $"--host-resolver-rules=MAP {name}:443 {device}", "--virtual-time-budget=10000", "--dump-dom", $"https://{name}/",
        ]);
        return await browser.End();
    }

    // A person clicks on the certificate; without a window the profile has to have it chosen.
    private static void ChooseTheCertificate(string folder, string name)
    {
        var profile = Path.Combine(folder, "profile", "Default");
        Directory.CreateDirectory(profile);
        const string chosen = """
            {"profile":{"content_settings":{"exceptions":{"auto_select_certificate":
            {"https://NAME:443,*":{"last_modified":"13300000000000000","setting":{"filters":[{}]}}}}}}}
            """;
        File.WriteAllText(Path.Combine(profile, "Preferences"), chosen.Replace("NAME", name, StringComparison.Ordinal));
    }
}
