package io.hilum.loops.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import reactor.core.publisher.Mono;

import org.springframework.data.redis.core.script.RedisScript;

/**
 * Scripts by the client's own commands. Each passes through one operator, in place of the
 * dozen by which a template reads an answer as a stream.
 */
final class ScriptCommands {

	private final RedisClusterAsyncCommands<byte[], byte[]> commands;

	ScriptCommands(RedisClusterAsyncCommands<byte[], byte[]> commands) {
		this.commands = commands;
	}

	/**
	 * Run a script by its digest, or by its text if Redis does not know it yet. A script
	 * that was sent is not taken back, even if nobody waits for its answer any more.
	 */
	<T> Mono<T> run(RedisScript<T> script, List<String> keys, List<String> arguments) {
		byte[][] keyBytes = bytes(keys);
		byte[][] values = bytes(arguments);
		ScriptOutputType type = output(script);
		return answer(() -> this.commands.evalsha(script.getSha1(), type, keyBytes, values))
			.onErrorResume(RedisNoScriptException.class,
					(unknown) -> answer(() -> this.commands.eval(script.getScriptAsString(), type, keyBytes, values)))
			.map(ScriptCommands::read);
	}

	private static Mono<Object> answer(Supplier<RedisFuture<Object>> command) {
		return Mono.fromFuture(() -> command.get().toCompletableFuture(), true);
	}

	private static ScriptOutputType output(RedisScript<?> script) {
		Class<?> answer = script.getResultType();
		if (answer == Long.class) {
			return ScriptOutputType.INTEGER;
		}
		return (answer == List.class) ? ScriptOutputType.MULTI : ScriptOutputType.VALUE;
	}

	@SuppressWarnings("unchecked")
	private static <T> T read(Object answer) {
		return (T) ((answer instanceof byte[] text) ? new String(text, StandardCharsets.UTF_8) : answer);
	}

	private static byte[][] bytes(List<String> texts) {
		byte[][] bytes = new byte[texts.size()][];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = texts.get(i).getBytes(StandardCharsets.UTF_8);
		}
		return bytes;
	}

}
