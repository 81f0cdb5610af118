/**
 * The looks of the public pages: system faces, one column from 320 px, both themes. For old browsers: no variables,
 * no nesting, no :has, no grid; colours are those of design/styles/tokens.css.
 */
export const style = `
*{box-sizing:border-box}
html{font:100%/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;background:#fafaf7;color:#1b2430;-webkit-text-size-adjust:100%;scroll-padding-top:5rem}
body{margin:0;overflow-wrap:break-word;word-wrap:break-word}
.wrap{max-width:36rem;margin:0 auto;padding:0 1rem 3rem}
.top{position:sticky;position:-webkit-sticky;top:0;z-index:1;background:#fafaf7;border-bottom:1px solid #dcdad2}
.top .in{max-width:36rem;margin:0 auto;padding:.4rem 1rem;display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between}
.lang{display:flex;flex-wrap:wrap;margin:0;padding:0;list-style:none}
.lang a,.lang button,.here{display:inline-block;min-height:2.75rem;min-width:2.75rem;padding:.6rem .5rem;border:0;background:none;font:inherit;line-height:1.5;color:#0b6e8a;text-decoration:underline;cursor:pointer;text-align:center}
.lang .here{color:inherit;font-weight:700;text-decoration:none;cursor:default}
.leave{display:inline-block;min-height:2.75rem;padding:.6rem 1rem;border-radius:.375rem;background:#1b2430;color:#fff;font-weight:700;text-decoration:none}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;z-index:2;padding:.5rem;background:#fff}
.unseen{position:absolute;left:-99rem;width:1px;height:1px;overflow:hidden}
h1{font-size:1.6rem;line-height:1.25;margin:1.5rem 0 .75rem}
h2{font-size:1.2rem;line-height:1.3;margin:1.75rem 0 .5rem}
p,ul,ol,dl{margin:.75rem 0}
a{color:#0b6e8a}
label,legend{font-weight:700;padding:0}
fieldset{min-width:0;border:0;margin:1.25rem 0;padding:0}
.soft{color:#4a5563}
.hint{margin:.25rem 0 .5rem;color:#4a5563}
textarea,select,input[type=text]{display:block;width:100%;margin:.25rem 0 1rem;padding:.6rem .75rem;border:2px solid #6f767f;border-radius:.375rem;background:#fff;color:inherit;font:inherit}
select{min-height:3rem}
textarea.big{min-height:11rem}
.choice{display:block;position:relative;padding:.6rem 0 .6rem 2.5rem;font-weight:400;cursor:pointer}
.choice input{position:absolute;left:0;top:.6rem;width:1.5rem;height:1.5rem;margin:0}
.go{display:block;width:100%;min-height:3.25rem;margin:1.25rem 0;padding:.75rem 1rem;border:0;border-radius:.375rem;background:#0b6e8a;color:#fff;font:inherit;font-size:1.15rem;font-weight:700;text-align:center;text-decoration:none;cursor:pointer}
.plain{display:block;width:100%;min-height:3rem;margin:.75rem 0;padding:.6rem 1rem;border:2px solid #6f767f;border-radius:.375rem;background:#fff;color:inherit;font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer}
.text{display:block;width:100%;min-height:2.75rem;margin:0;padding:.6rem 0;border:0;background:none;color:#0b6e8a;font:inherit;text-align:left;text-decoration:underline;cursor:pointer}
.rights li{margin:.75rem 0}
.ages{padding:0;list-style:none}
.ages li{display:inline-block}
.ages a{display:inline-block;min-height:2.75rem;padding:.6rem 1rem .6rem 0}
.now{margin:1.25rem 0;padding:.75rem 1rem;border-left:.375rem solid #b3261e;background:#fcebe9}
.now a{font-size:1.6rem;font-weight:700;color:#8f1d17}
.call a{font-size:1.3rem;font-weight:700}
.wrong{margin:1.25rem 0;padding:.75rem 1rem;border-left:.375rem solid #a86a00;background:#fff3d6}
.wrong h2{margin-top:0}
.good{margin:1.25rem 0;padding:.75rem 1rem;border-left:.375rem solid #1c673a;background:#e6f3ea}
.demo{margin:0 -1rem;padding:.5rem 1rem;background:#fff3d6;font-size:.9rem}
.keep{margin:1.25rem 0;padding:1rem;border:2px solid #1b2430;border-radius:.375rem;background:#fff}
.keep dt{color:#4a5563}
.keep dd{margin:0 0 .75rem;font-size:1.5rem;line-height:1.3;font-weight:700}
.keep dd span{display:inline-block;margin-right:.6em}
summary{padding:.6rem 0;cursor:pointer;color:#0b6e8a}
.talk{list-style:none;padding:0}
.talk li{margin:.75rem 0;padding:.75rem 1rem;border-radius:.375rem;background:#fff;border:1px solid #dcdad2}
.talk .me{margin-left:2rem;background:#e2f0f4}
.talk .by{margin:0;color:#4a5563}
.talk .said{margin:.25rem 0 0}
.law{display:block;color:#4a5563;font-size:.9rem}
:focus{outline:3px solid #e5a100;outline-offset:2px;box-shadow:0 0 0 6px #1b2430}
h1:focus{outline:0;box-shadow:none}
@media (prefers-color-scheme:dark){
html,.top{background:#12171c;color:#e9ebee}
.top{border-color:#303a44}
a,summary,.text,.lang a,.lang button,.here{color:#6ac8e2}
.leave{background:#e9ebee;color:#12171c}
.soft,.hint,.law,.keep dt,.talk .by{color:#b4bcc6}
textarea,select,input[type=text],.plain,.keep,.talk li,.skip:focus{background:#1a2128;border-color:#84909d}
.keep{border-color:#e9ebee}
.talk li{border-color:#303a44}
.talk .me{background:#16303a}
.go{background:#6ac8e2;color:#06222b}
.now{background:#3b1715;border-color:#ff9d95}
.now a{color:#ffbbb5}
.wrong,.demo{background:#33270d;border-color:#c98b1f}
.good{background:#10291a;border-color:#89d8a4}
:focus{box-shadow:0 0 0 6px #e9ebee}
}
@media print{.top,.leave,.go,.plain,.text,.ages{display:none}}
`.trim();

/** Leaves at once: the page goes blank and its place in the history is taken. Without it the link does the same, slower. */
export const leaveScript = `
(function(){
var a=document.querySelector('.leave');
if(!a)return;
function leave(e){if(e)e.preventDefault();document.documentElement.style.display='none';window.location.replace(a.href);}
a.addEventListener('click',leave);
var n=0,t=0;
document.addEventListener('keydown',function(e){if(e.keyCode!==27)return;var now=e.timeStamp;n=now-t<1500?n+1:1;t=now;if(n>=3)leave();});
window.addEventListener('pageshow',function(e){if(e.persisted)window.location.reload();});
})();
`.trim();
