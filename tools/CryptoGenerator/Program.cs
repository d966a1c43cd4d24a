using SecureEsp.CryptoGenerator;

// usage: CryptoGenerator FOLDER     writes the generated files of DeviceApp.Crypto; exit: 0 written, 2 wrong usage
if (args.Length != 1 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("error: the folder to write to is missing");
    Console.Error.WriteLine("hint: dotnet run --project tools/CryptoGenerator -- DeviceApp.Crypto");
    return 2;
}

foreach (var (name, text) in GeneratedFiles.All()) File.WriteAllText(Path.Combine(args[0], name), text);
return 0;
