package io.hilum.quickstart;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

import io.hilum.parts.PartException;
import io.hilum.quickstart.machine.HomeLock;
import io.hilum.quickstart.machine.NotReadyException;
import io.hilum.quickstart.machine.Settings;
import io.hilum.quickstart.part.Infrastructure;
import io.hilum.quickstart.terminal.LogFile;
import io.hilum.quickstart.terminal.Terminal;

/**
 * The program behind {@code make run}.
 */
public final class QuickStart {

	private static final String PREPARE = "prepare";

	private static final String TRAIN = "train";

	private static final int TRAINING_REQUESTS = 4_000;

	private QuickStart() {
	}

	/**
	 * Start everything and stay until a signal ends it; or only unpack the programs of
	 * the parts; or start everything, answer some thousand requests and stop.
	 * @param arguments nothing, {@code prepare} or {@code train}
	 * @throws InterruptedException never in practice: the main thread waits for a signal
	 */
	public static void main(String[] arguments) throws InterruptedException {
		Terminal terminal = Terminal.ofThisProcess();
		try {
			Settings settings = Settings.from(System.getenv());
			if (Arrays.asList(arguments).contains(PREPARE)) {
				Infrastructure.prepare(settings);
				return;
			}
			run(settings, terminal, Arrays.asList(arguments).contains(TRAIN));
		}
		catch (NotReadyException | PartException ex) {
			terminal.failed(String.valueOf(ex.getMessage()));
			System.exit(1);
		}
	}

	private static void run(Settings settings, Terminal terminal, boolean training) throws InterruptedException {
		HomeLock lock = HomeLock.take(settings.home());
		LogFile.in(settings.home().resolve("log"));
		Suite suite = Suite.create(settings, terminal);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			suite.stop();
			lock.release();
		}, "hilum-stop"));
		suite.start();
		if (training) {
			terminal.say("Hilum learns its work");
			suite.training().run(TRAINING_REQUESTS);
			System.exit(0);
		}
		new CountDownLatch(1).await();
	}

}
