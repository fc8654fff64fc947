{{/* What every service reads. */}}
{{- define "hilum.commonEnv" -}}
- name: LOGGING_STRUCTURED_FORMAT_CONSOLE
  value: ecs
- name: SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE
  value: {{ include "hilum.drainSeconds" .root }}s
{{- with .root.Values.telemetry.otlpEndpoint }}
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ . | quote }}
{{- end }}
{{- end }}

{{/* How long requests in flight may take to end. */}}
{{- define "hilum.drainSeconds" -}}
{{- $seconds := sub (sub .Values.drain.gracePeriodSeconds .Values.drain.preStopSeconds) 20 }}
{{- if lt (int $seconds) 10 }}
{{- fail "drain.gracePeriodSeconds must be at least 30 more than drain.preStopSeconds" }}
{{- end }}
{{- $seconds }}
{{- end }}

{{- define "hilum.kafkaEnv" -}}
- name: HILUM_KAFKA
  value: {{ required "kafka.bootstrapServers: name at least one broker" .Values.kafka.bootstrapServers | quote }}
{{- if ne .Values.kafka.securityProtocol "PLAINTEXT" }}
- name: SPRING_KAFKA_SECURITY_PROTOCOL
  value: {{ .Values.kafka.securityProtocol }}
{{- end }}
{{- if hasPrefix "SASL" .Values.kafka.securityProtocol }}
- name: SPRING_KAFKA_PROPERTIES_SASL_MECHANISM
  value: {{ .Values.kafka.saslMechanism }}
{{- end }}
{{- end }}

{{- define "hilum.redisEnv" -}}
{{- with .Values.redis.url }}
- name: HILUM_REDIS
  value: {{ . | quote }}
{{- end }}
{{- end }}

{{/*
The same database twice, as R2DBC and JDBC spell it. verify-full makes the JDBC driver use the JVM's own trust store, as
the R2DBC driver does, so that a public certificate needs no file.
*/}}
{{- define "hilum.postgresEnv" -}}
{{- $postgres := .root.Values.postgres }}
{{- $place := printf "%s:%d/%s" (required "postgres.host: name the server" $postgres.host) (int $postgres.port) $postgres.database }}
{{- $r2dbc := "" }}
{{- $jdbc := "" }}
{{- if ne $postgres.sslMode "disable" }}
{{- $r2dbc = printf "?sslMode=%s" $postgres.sslMode }}
{{- $jdbc = printf "?sslmode=%s" $postgres.sslMode }}
{{- if eq $postgres.sslMode "verify-full" }}
{{- $jdbc = printf "%s&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory" $jdbc }}
{{- end }}
{{- end }}
- name: HILUM_POSTGRES
  value: {{ printf "r2dbc:postgresql://%s%s" $place $r2dbc | quote }}
- name: HILUM_POSTGRES_JDBC
  value: {{ printf "jdbc:postgresql://%s%s" $place $jdbc | quote }}
- name: HILUM_POSTGRES_USER
  value: {{ get $postgres.users .key | quote }}
{{- end }}

{{/* Everything one service reads, in an order that does not change from release to release. */}}
{{- define "hilum.env" -}}
{{- $fact := include "hilum.fact" . | fromYaml }}
{{- $lines := list (include "hilum.commonEnv" .) }}
{{- $lines = append $lines (include (printf "hilum.%s.env" .key) .root) }}
{{- if $fact.catalogue }}{{ $lines = append $lines "- name: HILUM_CATALOGUE\n  value: /etc/hilum/catalogue/catalogue.yaml" }}{{ end }}
{{- if and $fact.catalogue .root.Values.catalogue.watch.enabled }}
{{- $lines = append $lines (printf "- name: HILUM_KUBERNETES\n  value: \"true\"\n- name: HILUM_CATALOGUE_CONFIG_MAP\n  value: %s" (include "hilum.catalogueName" .root | quote)) }}
{{- end }}
{{- if $fact.journal }}{{ $lines = append $lines "- name: HILUM_JOURNAL\n  value: /var/lib/hilum/journal" }}{{ end }}
{{- if $fact.kafka }}{{ $lines = append $lines (include "hilum.kafkaEnv" .root) }}{{ end }}
{{- if $fact.redis }}{{ $lines = append $lines (include "hilum.redisEnv" .root) }}{{ end }}
{{- if $fact.postgres }}{{ $lines = append $lines (include "hilum.postgresEnv" .) }}{{ end }}
{{- $lines = append $lines (include "hilum.secretEnv" .) }}
{{- range $lines }}
{{- with trim . }}
{{ . }}
{{- end }}
{{- end }}
{{- with (get .root.Values .key).env }}
{{ toYaml . }}
{{- end }}
{{- end }}
