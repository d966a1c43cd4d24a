[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("System.Device.Wifi")]
