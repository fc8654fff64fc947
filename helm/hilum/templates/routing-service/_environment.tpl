{{- define "hilum.routing.env" -}}
{{- end }}
