using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace HttpScript
{
    internal static class Requests
    {
        internal static string Do(string[] words)
        {
            switch (words[0])
            {
                case "get":
                    using (HttpClient client = Client(words))
                    using (HttpResponseMessage response = client.Get(words[1]))
                    {
                        return Show(response);
                    }

                case "get-string":
                    using (HttpClient client = Client(words))
                    {
                        return client.GetString(words[1]);
                    }

                case "get-stream":
                    using (HttpClient client = Client(words))
                    using (StreamReader reader = new StreamReader(client.GetStream(words[1]), false))
                    {
                        return reader.ReadToEnd();
                    }

                case "post":
                    using (HttpClient client = Client(words))
                    using (HttpResponseMessage response = client.Post(words[1], new StringContent("a body", Encoding.UTF8, "text/x-test")))
                    {
                        return Show(response);
                    }

                case "delete":
                    using (HttpClient client = Client(words))
                    using (HttpResponseMessage response = client.Delete(words[1]))
                    {
                        return Show(response);
                    }

                case "header":
                    using (HttpClient client = Client(words))
                    {
                        client.DefaultRequestHeaders.Add(words[2], words[3]);
                        return client.GetString(words[1]);
                    }

                case "web":
                    return Web(words, false);
                case "web-verified":
                    return Web(words, true);
                case "range":
                    return Range(words[1]);
                case "timeout":
                    using (HttpClient client = Client(words))
                    {
                        client.Timeout = TimeSpan.FromMilliseconds(300);
                        return client.GetString(words[1]);
                    }

                default:
                    throw new ArgumentException();
            }
        }

        private static HttpClient Client(string[] words)
        {
            HttpClient client = new HttpClient();
            for (int i = 2; i < words.Length; i++)
            {
                switch (words[i])
                {
                    case "tls13":
                        client.SslProtocols = SslProtocols.Tls13;
                        break;
                    case "none":
                        client.SslProtocols = SslProtocols.None;
                        break;
                    case "ca":
                        client.HttpsAuthentCert = new X509Certificate(File.ReadAllText("I:\\ca.pem"));
                        break;
                }
            }

            return client;
        }

        private static string Show(HttpResponseMessage response)
        {
            return (int)response.StatusCode + response.ReasonPhrase + ", " + response.Content.Headers.ContentLength + " bytes of "
                + response.Content.Headers.ContentType.ToString() + ": " + response.Content.ReadAsString();
        }

        private static string Web(string[] words, bool verified)
        {
            HttpWebRequest request = (HttpWebRequest)WebRequest.Create(words[1]);
            if (verified)
            {
                request.SslVerification = SslVerification.CertificateRequired;
            }

            request.KeepAlive = words.Length > 2 && words[2] == "keep";
            HttpWebResponse response = (HttpWebResponse)request.GetResponse();
            string body = ReadToEnd(response.GetResponseStream());
            if (!request.KeepAlive)
            {
                response.Close();
            }

            return (int)response.StatusCode + response.StatusDescription + " from " + response.GetResponseHeader("server") + ": " + body;
        }

        private static string Range(string uri)
        {
            using (HttpWebRequest request = (HttpWebRequest)WebRequest.Create(uri))
            {
                request.AddRange(2, 4);
                using (HttpWebResponse response = (HttpWebResponse)request.GetResponse())
                {
                    return (int)response.StatusCode + ": " + ReadToEnd(response.GetResponseStream());
                }
            }
        }

        private static string ReadToEnd(Stream stream)
        {
            StringBuilder text = new StringBuilder();
            byte[] buffer = new byte[100];
            for (int read = stream.Read(buffer, 0, buffer.Length); read > 0; read = stream.Read(buffer, 0, buffer.Length))
            {
                text.Append(Encoding.UTF8.GetString(buffer, 0, read));
            }

            return text.ToString();
        }
    }
}
