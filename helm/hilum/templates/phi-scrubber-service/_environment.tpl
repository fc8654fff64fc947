{{- define "hilum.phiScrubber.env" -}}
{{- end }}
