import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;

/**
 * A MongoDB-compatible server on this machine, for tests and for trying the cluster out. Arguments: port, file.
 * It answers as MongoDB 5.0 with wire version 13, the oldest that the driver accepts, and commits its file before every
 * answer: what was acknowledged outlives a kill.
 */
public class LocalMongo {
  private static final MongoVersion VERSION = new MongoVersion() {
    public List<Integer> getVersionArray() {
      return List.of(5, 0, 0);
    }

    public int getWireVersion() {
      return 13;
    }
  };

  private static class CommittingBackend extends H2Backend {
    CommittingBackend(String file) {
      super(file);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
      Document answer = super.handleMessage(message);
      commit();
      return answer;
    }
  }

  public static void main(String[] arguments) {
    MongoServer server = new MongoServer(new CommittingBackend(arguments[1]).version(VERSION));
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
    server.bind("127.0.0.1", Integer.parseInt(arguments[0]));
    System.out.println("ready");
  }
}
