namespace SecureEsp.ServerHarness.Tests.Support;

/// <summary>Programs that a test makes up.</summary>
public static class Script
{
    /// <summary>
    /// A shell script that may be run at once. Another process puts it in place: were it written here, a process that another
    /// test starts at that moment would hold it open for writing, and running it would fail with "text file busy".
    /// </summary>
    public static async Task<string> Write(TemporaryFolder folder, string name, string text)
    {
        var (draft, path) = (folder.File(name + ".draft"), folder.File(name));
        await File.WriteAllTextAsync(draft, $"#!/bin/sh\n{text}\n");
        var installed = await Tool.Run("install", "-m", "0755", draft, path);
        Assert.True(installed.ExitCode == 0, installed.All);
        return path;
    }
}
