import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A service that answers only those who have its key. Prints its port; ends with its process. */
void main(String[] arguments) throws IOException {
  String wanted = "Bearer " + arguments[0];
  HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  server.createContext(
      "/",
      exchange -> {
        boolean known = wanted.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] answer =
            (known ? "{\"city\": \"Kassel\", \"celsius\": 7}" : "{\"error\": \"who are you?\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(known ? 200 : 401, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
      });
  server.start();
  IO.println(server.getAddress().getPort());
}
