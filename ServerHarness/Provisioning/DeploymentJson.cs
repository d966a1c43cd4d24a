using System.Text.Json;
using System.Text.Json.Serialization;

namespace SecureEsp.ServerHarness.Provisioning;

/// <summary>nanoff's JSON files, read as nanoff reads them: names in any case, what it does not know is skipped.</summary>
internal static class DeploymentJson
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNameCaseInsensitive = true,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write<T>(T deployment) => JsonSerializer.Serialize(deployment, s_options) + "\n";

    /// <exception cref="HarnessException">Missing, unreadable, or no JSON of this kind.</exception>
    public static T Read<T>(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), s_options) ?? throw new JsonException("it is null");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HarnessException($"cannot read {path}: {e.Message}", "make it with: board provision ID", ExitCode.Missing, e);
        }
        catch (JsonException e)
        {
            throw new HarnessException($"{path} is no deployment file of nanoff: {e.Message}", "make it with: board provision ID", ExitCode.Failed, e);
        }
    }
}
