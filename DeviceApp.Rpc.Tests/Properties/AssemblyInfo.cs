using System.Reflection;

[assembly: AssemblyTitle("Tests of the SecureEsp firmware: JSON and remote procedure calls")]
[assembly: AssemblyProduct("SecureEsp")]
[assembly: AssemblyCopyright("SecureEsp contributors, MIT licence")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]
