package io.hilum.agents.run;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;

import io.hilum.agents.agent.Agent;
import io.hilum.agents.agent.AgentsFor;
import io.hilum.agents.model.ChatModel;
import io.hilum.agents.tool.Toolbox;
import io.hilum.agents.tool.Toolboxes;
import io.hilum.trust.seal.AesGcm;

import org.springframework.util.unit.DataSize;

/**
 * Runs whose records are in this process.
 */
final class RunsInMemory {

	static final byte[] KEY = new byte[32];

	static final KeptProperties KEPT = new KeptProperties(Duration.ofHours(1), DataSize.ofMegabytes(1),
			DataSize.ofKilobytes(32), 100, 50, Duration.ofMillis(5), Duration.ofSeconds(30), Set.of("Supervisor"));

	private RunsInMemory() {
	}

	static Runs of(Agent agent, ChatModel model, Toolbox toolbox) {
		return of(agent, model, toolbox, new InMemoryRunStore(), Duration.ofSeconds(60));
	}

	static Runs of(Agent agent, ChatModel model, Toolbox toolbox, RunStore store, Duration patience) {
		return of(agent, model, toolbox, store, patience, KEPT);
	}

	static Runs of(Agent agent, ChatModel model, Toolbox toolbox, RunStore store, Duration patience,
			KeptProperties kept) {
		Archive archive = new Archive(store, new AesGcm(KEY), kept);
		Notes notes = new Notes(archive, kept);
		ApprovalProperties approvals = new ApprovalProperties(patience, Duration.ofSeconds(15), 2);
		Runner runner = new Runner(toolbox, Toolboxes.PROPERTIES, approvals);
		return new Runs(runner, new Replay(runner, AgentsFor.tests(agent), toolbox), model, toolbox, archive,
				new Approvals(archive, notes, approvals, Clock.systemUTC()), notes, kept, Clock.systemUTC());
	}

}
