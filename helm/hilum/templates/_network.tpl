{{/*
The pieces of the NetworkPolicies. An empty list of peers writes no rule: in a NetworkPolicy an empty "from" or "to" would
mean everybody.
*/}}
{{- define "hilum.policy" -}}
{{- $fact := include "hilum.fact" . | fromYaml }}
{{- if .root.Values.networkPolicy.enabled }}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ include "hilum.name" . }}
  namespace: {{ .root.Release.Namespace }}
  labels:
    {{- include "hilum.labels" . | nindent 4 }}
spec:
  podSelector:
    matchLabels:
      {{- include "hilum.selector" . | nindent 6 }}
  policyTypes: [Ingress, Egress]
  {{- with (include "hilum.ingressRules" . | trim) }}
  ingress:
    {{- . | nindent 4 }}
  {{- end }}
  {{- with (include "hilum.egressRules" . | trim) }}
  egress:
    {{- . | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}

{{/* Other services that may call this one ("callers"), clients from outside ("clients"), and whoever reads metrics. */}}
{{- define "hilum.ingressRules" -}}
{{- $fact := include "hilum.fact" . | fromYaml }}
{{- $root := .root }}
{{- with .callers }}
- from:
    {{- range . }}
    - podSelector:
        matchLabels:
          {{- include "hilum.selector" (dict "root" $root "key" .) | nindent 10 }}
    {{- end }}
  ports:
    - port: {{ $fact.port }}
      protocol: TCP
{{- end }}
{{- with concat (default list .clients) $root.Values.telemetry.scrapers }}
- from:
    {{- toYaml . | nindent 4 }}
  ports:
    - port: {{ $fact.port }}
      protocol: TCP
{{- end }}
{{- end }}

{{/* Services this one calls ("calls"), its data stores (by its facts), telemetry, and what its own folder adds ("extra"). */}}
{{- define "hilum.egressRules" -}}
{{- $fact := include "hilum.fact" . | fromYaml }}
{{- $root := .root }}
{{- $values := .root.Values }}
{{- $rules := list }}
{{- range .calls }}
{{- $called := include "hilum.fact" (dict "root" $root "key" .) | fromYaml }}
{{- $peer := dict "podSelector" (dict "matchLabels" (include "hilum.selector" (dict "root" $root "key" .) | fromYaml)) }}
{{- $rules = append $rules (dict "peers" (list $peer) "ports" (list $called.port)) }}
{{- end }}
{{- if and $fact.catalogue $values.catalogue.watch.enabled }}{{ $rules = append $rules $values.catalogue.watch.egress }}{{ end }}
{{- if $fact.kafka }}{{ $rules = append $rules $values.kafka.egress }}{{ end }}
{{- if $fact.redis }}{{ $rules = append $rules $values.redis.egress }}{{ end }}
{{- if $fact.postgres }}{{ $rules = append $rules $values.postgres.egress }}{{ end }}
{{- if $values.telemetry.otlpEndpoint }}{{ $rules = append $rules $values.telemetry.egress }}{{ end }}
{{- range .extra }}{{ $rules = append $rules . }}{{ end }}
{{- $text := "" }}
{{- range $rules }}
{{- if and .peers .ports }}
{{- $text = printf "%s\n%s" $text (include "hilum.egressRule" . | trim) }}
{{- end }}
{{- end }}
{{- /* Names are looked up only by those who have somewhere to go. */}}
{{- if $text }}
{{- $text = printf "%s\n%s" (include "hilum.dnsRule" $root | trim) (trim $text) }}
{{- end }}
{{- $text }}
{{- end }}

{{- define "hilum.egressRule" -}}
- to:
    {{- toYaml .peers | nindent 4 }}
  ports:
    {{- range .ports }}
    - port: {{ int . }}
      protocol: TCP
    {{- end }}
{{- end }}

{{- define "hilum.dnsRule" -}}
- to:
    {{- toYaml .Values.networkPolicy.dns | nindent 4 }}
  ports:
    - port: 53
      protocol: UDP
    - port: 53
      protocol: TCP
{{- end }}

{{/*
The internet without what is not the internet: private, shared, loopback, link-local (cloud metadata lives on 169.254.169.254),
reserved and multicast ranges of the IANA registries, and Azure's platform address 168.63.129.16.
*/}}
{{- define "hilum.internet" -}}
- ipBlock:
    cidr: 0.0.0.0/0
    except:
      - 0.0.0.0/8
      - 10.0.0.0/8
      - 100.64.0.0/10
      - 127.0.0.0/8
      - 168.63.129.16/32
      - 169.254.0.0/16
      - 172.16.0.0/12
      - 192.0.0.0/24
      - 192.168.0.0/16
      - 198.18.0.0/15
      - 224.0.0.0/4
      - 240.0.0.0/4
- ipBlock:
    # Global unicast, without Teredo and 6to4, which carry IPv4 addresses past the list above.
    cidr: 2000::/3
    except:
      - 2001::/32
      - 2002::/16
{{- end }}
