{#- The site's script: small conveniences, each in a file of its own in scripts/. Without it, every page is whole. -#}
{% include "scripts/palette.js" %}
{% include "scripts/search.js" %}
{% include "scripts/marks.js" %}
{% include "scripts/copy.js" %}
{% include "scripts/print.js" %}
