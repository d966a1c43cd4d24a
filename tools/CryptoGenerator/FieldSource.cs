namespace SecureEsp.CryptoGenerator;

/// <summary>The product of two numbers of the field that lie in arrays, for what is not done often enough to be written into the ladder.</summary>
internal static class FieldSource
{
    /// <summary>Between what a product is where both numbers' product, before the reduction, is within Factors.</summary>
    public static readonly Range Product = new(-Curve.P, 2 * Curve.P);

    public static readonly Range Factors = new(-32 * Curve.P * Curve.P, 32 * Curve.P * Curve.P);

    public static string Text()
    {
        var source = new SourceText();
        var code = new FieldCode(source);
        source.Open("namespace SecureEsp.DeviceApp.Crypto");
        source.Open("internal static class P256Product");
        source.Line("/// <summary>Product / R modulo p: between -p and 2p where first · second is within 32p · p, in size. The numbers are within 32p; limbs up to 2^30 in size are taken in the first.</summary>");
        source.Open("public static void Multiply(long[] first, long[] second, long[] product)");
        code.DeclareTemporaries();
        foreach (var name in "abc") code.Declare(name.ToString());
        code.Load("a", "first", 0);
        code.Load("b", "second", 0);
        var a = FieldNumber.Within("a", 32);
        a = a with { Limbs = [.. a.Limbs.Take(8).Select(_ => new Range(-(1 << 30), 1 << 30)), a.Limbs[8]] };
        var result = code.Multiply("c", "c = a · b", a, FieldNumber.Within("b", 32));
        if (!new Range(-Curve.P * 32, 40 * Curve.P).Contains(result.Value)) throw new InvalidOperationException($"the product may be larger: {result.Value / Curve.P}");
        code.Store("c", "product", 0);
        source.Close(3);
        return source.ToString();
    }
}
