using System.Globalization;
using SecureEsp.CryptoBench;
using SecureEsp.VirtualDevice.Tests.Crypto;

// usage: CryptoBench [signatures [seed]]     ordinary signatures, 2,000 without; exit: 0 all targets met, 1 one missed, 2 wrong usage
var (count, seed) = (2000, 1);
if (args.Length > 2 || (args.Length > 0 && !TryNumber(args[0], out count)) || (args.Length > 1 && !TryNumber(args[1], out seed)))
{
    Console.Error.WriteLine("error: the number of signatures and the seed are whole numbers above 0");
    Console.Error.WriteLine("hint: CryptoBench, or CryptoBench 2000 7");
    return 2;
}

using var device = new MeteredCryptoDevice();
var met = VerificationBench.Run(device, count, new Random(seed));
met &= HashBench.Run(device, new Random(seed));
return met ? 0 : 1;

static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
