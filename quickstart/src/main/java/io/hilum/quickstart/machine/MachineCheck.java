package io.hilum.quickstart.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

import io.hilum.parts.process.Ports;
import org.springframework.util.unit.DataSize;

/**
 * Says all at once what stands in the way of a start, before anything is started.
 */
public final class MachineCheck {

	private static final DataSize NEEDED = DataSize.ofGigabytes(1);

	private final IntPredicate taken;

	private final DataSize needed;

	public MachineCheck() {
		this(Ports::isTaken, NEEDED);
	}

	MachineCheck(IntPredicate taken, DataSize needed) {
		this.taken = taken;
		this.needed = needed;
	}

	/**
	 * Check ports and disk.
	 * @param settings the settings to be started with
	 */
	public void run(Settings settings) {
		List<String> reasons = new ArrayList<>(disk(settings.home()));
		reasons.addAll(twice(settings));
		settings.ports()
			.entrySet()
			.stream()
			.filter((entry) -> this.taken.test(entry.getValue()))
			.map((entry) -> "Port " + entry.getValue() + " (" + entry.getKey().owner()
					+ ") is taken: free it, or choose another with " + entry.getKey().variable())
			.forEach(reasons::add);
		if (!reasons.isEmpty()) {
			throw new NotReadyException(String.join("\n", reasons));
		}
	}

	private List<String> disk(Path home) {
		try {
			Files.createDirectories(home);
			DataSize free = DataSize.ofBytes(Files.getFileStore(home).getUsableSpace());
			if (free.compareTo(this.needed) >= 0) {
				return List.of();
			}
			return List.of("The disk of " + home + " is full: " + free.toMegabytes() + " MB are free, "
					+ this.needed.toMegabytes() + " MB are needed");
		}
		catch (IOException ex) {
			return List.of("Cannot use the folder " + home + ": " + ex.getMessage());
		}
	}

	private static List<String> twice(Settings settings) {
		Map<Integer, List<String>> variables = new HashMap<>();
		settings.ports()
			.forEach((port, number) -> variables.computeIfAbsent(number, (any) -> new ArrayList<>())
				.add(port.variable()));
		return variables.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().size() > 1)
			.map((entry) -> "Port " + entry.getKey() + " is given twice: "
					+ entry.getValue().stream().collect(Collectors.joining(" and ")))
			.toList();
	}

}
