# One file for all services.
#   mvn -DskipTests package && docker build --build-arg SERVICE=gateway-service -t hilum/gateway-service:0.1.0-SNAPSHOT .
# JDK and BASE are release tags; pin them by digest in your registry's mirror. BASE needs Java 25 and nothing else, no shell.
ARG JDK=eclipse-temurin:25.0.3_9-jdk-noble
ARG BASE=eclipse-temurin:25.0.3_9-jre-noble

FROM ${JDK} AS layers
ARG SERVICE
ARG VERSION=0.1.0-SNAPSHOT
WORKDIR /build
COPY ${SERVICE}/target/${SERVICE}-${VERSION}-exec.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --destination layers
# Asks a service for its readiness from within, for engines that have no probes of their own.
WORKDIR /build/health
RUN printf '%s\n' \
      'void main(String[] port) throws Exception {' \
      '  var url = java.net.URI.create("http://127.0.0.1:" + port[0] + "/actuator/health/readiness").toURL();' \
      '  var connection = (java.net.HttpURLConnection) url.openConnection();' \
      '  connection.setConnectTimeout(2000);' \
      '  connection.setReadTimeout(4000);' \
      '  System.exit(connection.getResponseCode() == 200 ? 0 : 1);' \
      '}' > Ready.java \
 && javac Ready.java && rm Ready.java
# What a volume mounted here inherits: the user that owns it.
WORKDIR /build/state/hilum

FROM ${BASE} AS runtime
ARG SERVICE
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="hilum/${SERVICE}" \
      org.opencontainers.image.description="Hilum, the GenAI gateway for hospitals: ${SERVICE}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.vendor="Hilum"
WORKDIR /app
# From what changes least to what changes most.
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/health/ health/
COPY --from=layers --chown=65532:65532 /build/state/ /var/lib/
COPY --from=layers /build/layers/application/ ./
USER 65532:65532
# gateway, routing, phi-scrubber, usage, rag, portal, agent: each service listens on one of these.
EXPOSE 8080 8081 8082 8083 8084 8085 8086
# The part of the container's memory that is heap, at first and at most; a deployment may say otherwise. Which collector there is
# and how large its young generation, the JVM decides by the limits of the container.
ENV JAVA_TOOL_OPTIONS="-XX:InitialRAMPercentage=35 -XX:MaxRAMPercentage=70"

# Assembles the service once, up to where it would listen, so that the JVM remembers its classes as they are when they are
# loaded and linked. On BASE, because the cache is of one build of the JVM: what changes the shape of objects or modules must
# be the same here and below, or the JVM does without the cache. Needs nothing of what the service talks to.
FROM runtime AS training
COPY docker/training.properties routing-service/src/main/resources/hilum/routing/catalogue.yaml /training/
RUN ["java", "-XX:+UseCompactObjectHeaders", "-XX:AOTCacheOutput=/var/lib/hilum/app.aot", "-Xlog:aot=error", "-Djava.io.tmpdir=/var/lib/hilum", \
  "-Dspring.context.exit=onRefresh", "-Dspring.config.additional-location=file:/training/training.properties", \
  "--enable-native-access=ALL-UNNAMED", "-jar", "/app/app.jar"]

FROM runtime
COPY --from=training /var/lib/hilum/app.aot ./
# Neither dumps nor an attached debugger: the heap knows patients. The classes of a service fill some 100 MB, and its
# compiled code grows by more than 15 % of its space: neither is a reason to collect garbage on the way there.
ENTRYPOINT ["java", \
  "-XX:+UseCompactObjectHeaders", \
  "-XX:MetaspaceSize=128m", \
  "-XX:SweeperThreshold=100", \
  "-XX:AOTCache=/app/app.aot", \
  "-XX:+ExitOnOutOfMemoryError", \
  "-XX:-HeapDumpOnOutOfMemoryError", \
  "-XX:-CreateCoredumpOnCrash", \
  "-XX:+DisableAttachMechanism", \
  "-XX:+PerfDisableSharedMem", \
  "-XX:ErrorFile=/tmp/hs_err_%p.log", \
  "-Dio.netty.leakDetection.samplingInterval=1024", \
  "--enable-native-access=ALL-UNNAMED", \
  "-jar", "/app/app.jar"]
