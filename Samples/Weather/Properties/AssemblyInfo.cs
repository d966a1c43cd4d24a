using System.Reflection;

[assembly: AssemblyTitle("Weather, a sample that has nothing to do with SecureEsp")]
[assembly: AssemblyProduct("SecureEsp")]
[assembly: AssemblyCopyright("SecureEsp contributors, MIT licence")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]
