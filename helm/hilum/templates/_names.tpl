{{/*
What does not change between installations: the name, port and stateful parts of each service.
The keys are those of values.yaml.
*/}}
{{- define "hilum.facts" -}}
gateway: {name: gateway-service, port: 8080, zone: patients, kind: StatefulSet, journal: true, catalogue: true, kafka: true, redis: true}
routing: {name: routing-service, port: 8081, zone: outside, kind: StatefulSet, journal: true, catalogue: true, kafka: true, redis: true}
phiScrubber: {name: phi-scrubber-service, port: 8082, zone: patients, kind: Deployment}
usage: {name: usage-service, port: 8083, zone: records, kind: StatefulSet, audit: true, directory: true, kafka: true, postgres: true}
rag: {name: rag-service, port: 8084, zone: patients, kind: StatefulSet, journal: true, kafka: true, postgres: true}
portal: {name: portal-service, port: 8085, zone: patients, kind: StatefulSet, journal: true, kafka: true, postgres: true}
agent: {name: agent-service, port: 8086, zone: patients, kind: Deployment, redis: true}
{{- end }}

{{/* The facts of one service: (dict "root" $ "key" "gateway") */}}
{{- define "hilum.fact" -}}
{{- get (include "hilum.facts" .root | fromYaml) .key | toYaml }}
{{- end }}

{{- define "hilum.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" }}
{{- else if contains .Chart.Name .Release.Name }}
{{- .Release.Name | trunc 40 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{/* The name of everything that belongs to one service. */}}
{{- define "hilum.name" -}}
{{- $fact := include "hilum.fact" . | fromYaml }}
{{- printf "%s-%s" (include "hilum.fullname" .root) $fact.name }}
{{- end }}

{{- define "hilum.suiteSelector" -}}
app.kubernetes.io/part-of: hilum
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "hilum.suiteLabels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | quote }}
{{ include "hilum.suiteSelector" . }}
{{- end }}

{{- define "hilum.selector" -}}
{{- $fact := include "hilum.fact" . | fromYaml }}
{{- include "hilum.suiteSelector" .root }}
app.kubernetes.io/name: {{ $fact.name }}
{{- end }}

{{- define "hilum.labels" -}}
{{- $fact := include "hilum.fact" . | fromYaml }}
{{- include "hilum.suiteLabels" .root }}
app.kubernetes.io/name: {{ $fact.name }}
hilum.io/zone: {{ $fact.zone }}
{{- end }}

{{/* registry/repository/service, by digest where one is given: a tag can be moved, a digest cannot. */}}
{{- define "hilum.image" -}}
{{- $fact := include "hilum.fact" . | fromYaml }}
{{- $image := .root.Values.image }}
{{- $digest := (get .root.Values .key).imageDigest }}
{{- $path := compact (list $image.registry $image.repository $fact.name) | join "/" }}
{{- if $digest }}
{{- printf "%s@%s" $path $digest }}
{{- else }}
{{- printf "%s:%s" $path ($image.tag | default .root.Chart.AppVersion) }}
{{- end }}
{{- end }}

{{/* Where the other services reach this one. */}}
{{- define "hilum.url" -}}
{{- $fact := include "hilum.fact" . | fromYaml }}
{{- printf "http://%s:%d" (include "hilum.name" .) (int $fact.port) }}
{{- end }}

{{- define "hilum.serviceAccountName" -}}
{{- (get .root.Values .key).serviceAccount.name | default (include "hilum.name" .) }}
{{- end }}

{{- define "hilum.catalogueName" -}}
{{- .Values.catalogue.existingConfigMap | default (printf "%s-catalogue" (include "hilum.fullname" .)) }}
{{- end }}
