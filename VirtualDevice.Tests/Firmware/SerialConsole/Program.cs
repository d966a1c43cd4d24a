using System;
using System.IO.Ports;
using System.Threading;
using nanoFramework.Hardware.Esp32;

namespace SerialConsole
{
    // Answers on COM1, line by line, and echoes on COM2 what its events bring.
    public class Program
    {
        private static SerialPort s_second;

        public static void Main()
        {
            using SerialPort port = new SerialPort("COM1", 115200);
            port.ReadBufferSize = 32;
            TryWithoutPins(port);
            StartSecond();
            port.Open();
            port.WriteLine("ready");
            while (true)
            {
                string line = port.ReadLine();
                switch (line)
                {
                    case "timeout":
                        port.ReadTimeout = 20;
                        port.WriteLine(NameOfThrown(() => port.ReadLine()));
                        port.ReadTimeout = Timeout.Infinite;
                        break;

                    case "read":
                        port.WriteLine("reading 5");
                        byte[] bytes = new byte[5];
                        port.WriteLine("read " + port.Read(bytes, 0, 5) + " " + (char)bytes[0] + (char)bytes[4]);
                        break;

                    case "pause":
                        port.WriteLine("pausing");
                        s_second.ReadTimeout = Timeout.Infinite;
                        s_resume.WaitOne();
                        port.WriteLine("there are " + port.BytesToRead + ": " + port.ReadExisting());
                        break;

                    case "again":
                        port.Close();
                        port.Open();
                        port.WriteLine("open again " + NameOfThrown(() => port.Open()) + NameOfThrown(() => new SerialPort("COM1")));
                        break;

                    default:
                        port.WriteLine("got '" + line + "'");
                        break;
                }
            }
        }

        private static readonly AutoResetEvent s_resume = new AutoResetEvent(false);

        private static void TryWithoutPins(SerialPort port)
        {
            using SerialPort unset = new SerialPort("COM3");
            port.Open();
            port.WriteLine("COM3 without pins: " + NameOfThrown(() => unset.Open()));
            port.Close();
        }

        private static void StartSecond()
        {
            Configuration.SetPinFunction(17, DeviceFunction.COM2_TX);
            Configuration.SetPinFunction(18, DeviceFunction.COM2_RX);
            s_second = new SerialPort("COM2");
            s_second.WatchChar = '!';
            s_second.DataReceived += (sender, e) =>
            {
                string text = s_second.ReadExisting();
                s_second.WriteLine(e.EventType == SerialData.WatchChar ? "watched " + text : "heard " + text);
                if (text == "resume")
                {
                    s_resume.Set();
                }
            };
            s_second.Open();
        }

        private static string NameOfThrown(Action action)
        {
            try
            {
                action();
                return "nothing";
            }
            catch (Exception e)
            {
                return e.GetType().FullName;
            }
        }
    }
}
