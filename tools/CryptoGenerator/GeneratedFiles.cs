namespace SecureEsp.CryptoGenerator;

/// <summary>The files of DeviceApp.Crypto that are written by a program: the same text each time.</summary>
public static class GeneratedFiles
{
    /// <returns>File name and text, lines ending in LF.</returns>
    public static IEnumerable<(string Name, string Text)> All()
    {
        yield return ("P256BasePoints.g.cs", BasePointsSource.Text());
        yield return ("P256Product.g.cs", FieldSource.Text());
        yield return ("P256Ladder.g.cs", LadderSource.Text());
        yield return ("P256Numbers.g.cs", ConstantsSource.Text());
        yield return ("Sha256State.g.cs", Sha256Source.Text());
    }
}
