using SecureEsp.ServerHarness.Commands;

return await CommandLine.RunAsync(args, Terminal.OfProcess());
