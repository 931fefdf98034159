using System.Reflection;

Console.WriteLine($"readiness {Assembly.GetExecutingAssembly().GetName().Version?.ToString(3)}");
